package caspianwatch.processor;

import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Settings;

/** The settings of the processor. */
public record ProcessorConfig(KafkaSettings kafka) {
    /** Reads the settings; problems are collected in them. */
    public static ProcessorConfig from(Settings settings) {
        return new ProcessorConfig(KafkaSettings.from(settings));
    }
}
