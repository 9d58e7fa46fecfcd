@NullMarked
package caspianwatch.app.kafka;

import org.jspecify.annotations.NullMarked;
