package caspianwatch.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One cache and one budget of write buffers for all state stores of the process. Streams gives each partition of each store up
 * to 98 MiB of its own, outside the heap, which six partitions of a few stores would make more than the heap itself.
 */
public final class RocksDbMemory implements RocksDBConfigSetter {
    private static final long CACHE = 64L << 20;
    private static final long WRITE_BUFFERS = 32L << 20;
    private static final long WRITE_BUFFER = 4L << 20;
    private static final int MOST_WRITE_BUFFERS = 2;

    /** Loads the library first, and lives as long as the process: every store of it shares them. */
    private static final class Shared {
        static final Cache CACHE_OF_ALL;
        static final WriteBufferManager WRITES_OF_ALL;

        static {
            RocksDB.loadLibrary();
            CACHE_OF_ALL = new LRUCache(CACHE, -1, false, 0.1);
            WRITES_OF_ALL = new WriteBufferManager(WRITE_BUFFERS, CACHE_OF_ALL);
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE_OF_ALL);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.WRITES_OF_ALL);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(MOST_WRITE_BUFFERS);
    }

    @Override
    public void close(String storeName, Options options) {
        // What is shared is not closed with one store.
    }
}
