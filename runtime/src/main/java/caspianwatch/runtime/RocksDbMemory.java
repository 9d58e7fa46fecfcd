package caspianwatch.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/**
 * One cache for all state stores of the process, and small write buffers. Streams gives each partition of each store up to 98 MiB
 * of its own, outside the heap, which six partitions of a few stores would make more than the heap itself. The write buffers have no
 * common budget: with many stores each would have used it up by opening, and every write would have been a file.
 */
public final class RocksDbMemory implements RocksDBConfigSetter {
    private static final long CACHE = 64L << 20;
    private static final long WRITE_BUFFER = 4L << 20;
    private static final int MOST_WRITE_BUFFERS = 2;

    /** Loads the library first, and lives as long as the process: every store of it shares it. */
    private static final class Shared {
        static final Cache CACHE_OF_ALL;

        static {
            RocksDB.loadLibrary();
            CACHE_OF_ALL = new LRUCache(CACHE, -1, false, 0.1);
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE_OF_ALL);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(MOST_WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        // What is shared is not closed with one store.
    }
}
