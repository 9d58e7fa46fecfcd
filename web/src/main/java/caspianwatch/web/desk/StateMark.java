package caspianwatch.web.desk;

import caspianwatch.contract.FeedStatus.State;
import java.util.List;

/** The state of a feed as the desk draws it: a word and a shape, in one of four groups; the worst group is read first. */
record StateMark(State state) {
    /** In the order in which they are read. */
    enum Group {
        OUT("Not readable"), LOOK("Readable, but look"), OK("Readable"), NEW("Not asked yet"), OFF("Disabled");

        final String heading;

        Group(String heading) {
            this.heading = heading;
        }
    }

    /** As the counts above the list name them: well first, then worse. */
    static final List<State> IN_ORDER = List.of(State.OK, State.QUIET, State.UNDATED, State.LOSSY, State.MOVED,
            State.SILENT, State.ZOMBIE, State.BLOCKED, State.MALFORMED, State.FAILING, State.GONE, State.NEW,
            State.DISABLED);

    String word() {
        return state.name();
    }

    Group group() {
        return switch (state) {
            case OK, QUIET -> Group.OK;
            case UNDATED, LOSSY, MOVED -> Group.LOOK;
            case SILENT, ZOMBIE, BLOCKED, MALFORMED, FAILING, GONE -> Group.OUT;
            case NEW -> Group.NEW;
            case DISABLED -> Group.OFF;
        };
    }

    /** Colour and shape: {@code ok}, {@code look}, {@code out} or {@code off}. */
    String look() {
        return switch (group()) {
            case OK -> "ok";
            case LOOK -> "look";
            case OUT -> "out";
            case NEW, OFF -> "off";
        };
    }

    /** Where it stands among its like: the worst first. */
    int rank() {
        return IN_ORDER.indexOf(state);
    }
}
