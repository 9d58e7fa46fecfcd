package caspianwatch.app.cli;

import caspianwatch.alerts.Alerts;
import caspianwatch.alerts.AlertsConfig;
import caspianwatch.app.StartException;
import caspianwatch.ingest.Ingest;
import caspianwatch.ingest.IngestConfig;
import caspianwatch.processor.Processor;
import caspianwatch.processor.ProcessorConfig;
import caspianwatch.runtime.Service;
import caspianwatch.runtime.Settings;
import caspianwatch.runtime.Telemetry;
import caspianwatch.web.Web;
import caspianwatch.web.WebConfig;
import java.util.Locale;

/** The four services, each configured first, so that every wrong setting is known before anything starts. */
enum ServiceKind {
    INGEST("polls the feeds and writes what is new into the topic articles") {
        @Override
        Start configure(Settings settings) {
            var config = IngestConfig.from(settings);
            return telemetry -> Ingest.start(config, telemetry);
        }
    },
    PROCESSOR("tags articles, finds their language and severity, and raises alerts") {
        @Override
        Start configure(Settings settings) {
            var config = ProcessorConfig.from(settings);
            return telemetry -> Processor.start(config, telemetry);
        }
    },
    ALERTS("delivers alerts by the channels of their subscriptions, and keeps each attempt") {
        @Override
        Start configure(Settings settings) {
            var config = AlertsConfig.from(settings);
            return telemetry -> Alerts.start(config, telemetry);
        }
    },
    WEB("serves the desk, the topic feeds and the API") {
        @Override
        Start configure(Settings settings) {
            var config = WebConfig.from(settings);
            return telemetry -> Web.start(config, telemetry);
        }
    };

    /** Starts a service whose settings are good. */
    @FunctionalInterface
    interface Start {
        Service with(Telemetry telemetry) throws Exception;
    }

    /** What it does, in a line of the help. */
    final String work;

    ServiceKind(String work) {
        this.work = work;
    }

    /** Reads its settings; problems are collected in them. */
    abstract Start configure(Settings settings);

    /** Its word on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Starts it; whatever keeps it from starting becomes one line. */
    Service start(Start start, Telemetry telemetry) throws StartException {
        try {
            return start.with(telemetry);
        } catch (Exception e) {
            throw new StartException(word() + " did not start: " + e.getMessage(), e);
        }
    }
}
