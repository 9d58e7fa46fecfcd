@NullMarked
package caspianwatch.ingest.health;

import org.jspecify.annotations.NullMarked;
