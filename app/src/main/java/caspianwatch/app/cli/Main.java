package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.runtime.SettingsException;
import java.io.PrintWriter;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code caspianwatch}: reads the command line and runs the command. */
@Command(name = "caspianwatch", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Watches the news of the Caspian region for naval and defence matters.", "",
        "First steps: caspianwatch demo"}, footer = {"",
                "Settings are environment variables; caspianwatch check names and tests them.",
                "Exit codes: 0 done or stopped as asked, 1 failed, 2 wrong use or settings."}, subcommands = {
                        DemoCommand.class, UpCommand.class, TagCommand.class, ParseFeedCommand.class,
                        CheckCommand.class, FeedsCommand.class, BrokerCommand.class, NewswireCommand.class})
public final class Main implements Runnable {
    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    /** The process. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command to its end: 0 done, 1 failed, 2 wrong use. */
    static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        var commands = new CommandLine(new Main());
        for (ServiceKind kind : ServiceKind.values()) {
            commands.addSubcommand(ServiceCommand.of(kind));
        }
        return commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(
                        (e, _) -> complain(e.getCommandLine(), firstLine(e) + "; see " + help(e), WRONG_USE))
                .setExecutionExceptionHandler((e, command, _) -> complain(command, e));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command, such as demo");
    }

    private static int complain(CommandLine command, Exception e) {
        return switch (e) {
            case StartException failed -> complain(command, said(failed), FAILED);
            case SettingsException wrong -> complain(command, said(wrong), WRONG_USE);
            default -> complain(command, e + "; this is a fault of the program, the log has its place", FAILED);
        };
    }

    private static int complain(CommandLine command, String message, int code) {
        PrintWriter err = command.getErr();
        message.lines().forEach(line -> err.println("caspianwatch: " + line));
        err.flush();
        return code;
    }

    private static String firstLine(ParameterException e) {
        return said(e).lines().findFirst().orElse("wrong use");
    }

    private static String said(Exception e) {
        return Objects.toString(e.getMessage(), e.getClass().getSimpleName());
    }

    private static String help(ParameterException e) {
        return e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }
}
