package caspianwatch.bench.percolator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.percolator.PercolatorModulePlugin;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/** A single OpenSearch node with the percolator, on loopback ports that the system chooses. */
final class EmbeddedNode extends Node {
    EmbeddedNode(Path home) {
        super(InternalSettingsPreparer.prepareEnvironment(settings(home), Map.of(), null, () -> "bench"),
                List.of(plugin(PercolatorModulePlugin.class), plugin(Netty4ModulePlugin.class)), false);
    }

    private static Settings settings(Path home) {
        return Settings.builder().put("path.home", home.toString()).put("path.data", home.resolve("data").toString())
                .put("cluster.name", "bench").put("node.name", "bench").put("discovery.type", "single-node")
                .put("transport.type", "netty4").put("http.type", "netty4").put("network.host", "127.0.0.1")
                .put("transport.port", "0").put("http.port", "0")
                .put("cluster.routing.allocation.disk.threshold_enabled", false).build();
    }

    private static PluginInfo plugin(Class<?> type) {
        return new PluginInfo(type.getName(), "", "", Version.CURRENT, "25", type.getName(), null, List.of(), false);
    }
}
