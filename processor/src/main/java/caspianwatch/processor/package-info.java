/**
 * From articles to tagged articles and alerts. What is remembered is small and has an end: which revision of an article
 * was seen, and which alerts were raised. Subscriptions are followed into memory, for a topology's global table that is
 * damaged once stops its service for ever.
 */
@NullMarked
package caspianwatch.processor;

import org.jspecify.annotations.NullMarked;
