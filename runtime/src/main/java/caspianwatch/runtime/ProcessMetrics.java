package caspianwatch.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the JVM and the process say of themselves, and which build it is. */
final class ProcessMetrics {
    private ProcessMetrics() {}

    /** Closing it takes away what listens to the collector. */
    static AutoCloseable bind(MeterRegistry registry) {
        var collector = new JvmGcMetrics();
        collector.bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        var build = build();
        Gauge.builder("cw_build_info", () -> 1).tag("version", build.getProperty("version"))
                .tag("revision", build.getProperty("revision")).tag("java", System.getProperty("java.version"))
                .register(registry);
        return collector;
    }

    private static Properties build() {
        var properties = new Properties();
        try (var file = ProcessMetrics.class.getResourceAsStream("build.properties")) {
            if (file == null) {
                throw new IllegalStateException("build.properties is missing from the build");
            }
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
