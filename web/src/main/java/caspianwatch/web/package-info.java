/**
 * The desk, topic feeds and the API: everything that people and programs read from us over HTTP.
 *
 * <p>{@link caspianwatch.web.view} follows the topics into bounded memory, {@link caspianwatch.web.desk} makes the pages
 * and the live line, {@link caspianwatch.web.feed} the topic feeds, {@link caspianwatch.web.api} the JSON. This package
 * starts them behind one HTTP server, whose limits and headers hold for every answer.
 */
@NullMarked
package caspianwatch.web;

import org.jspecify.annotations.NullMarked;
