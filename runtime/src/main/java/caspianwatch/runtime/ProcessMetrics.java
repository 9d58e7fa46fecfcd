package caspianwatch.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.prometheus.metrics.core.metrics.Info;
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
        return collector;
    }

    /** As the Prometheus client's own kind of metric, for Micrometer would take the {@code _info} off a gauge's name. */
    static Info build() {
        var properties = properties();
        var info = Info.builder().name("cw_build_info").help("Which build this is")
                .labelNames("version", "revision", "java")
                .build();
        info.setLabelValues(properties.getProperty("version"), properties.getProperty("revision"),
                System.getProperty("java.version"));
        return info;
    }

    private static Properties properties() {
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
