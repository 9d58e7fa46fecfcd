package caspianwatch.web.desk;

import java.time.Instant;

/** When and for which zone a page is made. */
record Moment(Instant now, Zone zone) {
    Stamp stamp(Instant at) {
        return new Stamp(at, now, zone);
    }

    Stamp clock() {
        return stamp(now);
    }
}
