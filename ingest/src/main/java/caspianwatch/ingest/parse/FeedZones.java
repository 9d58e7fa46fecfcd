package caspianwatch.ingest.parse;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Zones as feeds write them: offsets, RFC 822's names, the usual abbreviations, IANA names. */
final class FeedZones {
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC|UT|Z)?\\s*([+-])\\s*(\\d{1,2}):?(\\d{2})?",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> MINUTES = named();

    private FeedZones() {}

    static @Nullable ZoneId zone(String written) {
        String text = written.strip().replaceAll("^\\((.*)\\)$", "$1").replace('\u2212', '-');
        if (text.endsWith(")")) {
            text = text.replaceAll("\\s*\\([^()]*\\)$", "");
        }
        var offset = OFFSET.matcher(text);
        if (offset.matches()) {
            int minutes = Integer.parseInt(offset.group(2)) * 60
                    + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3)));
            return minutes > 18 * 60
                    ? null
                    : ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes);
        }
        Integer minutes = MINUTES.get(text.toUpperCase(Locale.ROOT));
        if (minutes != null) {
            return ZoneOffset.ofTotalSeconds(minutes * 60);
        }
        try {
            return text.indexOf('/') > 0 ? ZoneId.of(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, Integer> named() {
        var zones = new HashMap<String, Integer>();
        hours(zones, 0, "UT", "UTC", "GMT", "Z", "WET");
        hours(zones, 1, "CET", "BST", "MET", "WEST", "WAT", "MEZ");
        hours(zones, 2, "CEST", "EET", "MEST", "SAST", "CAT", "MESZ");
        hours(zones, 3, "MSK", "МСК", "EEST", "TRT", "EAT", "FET");
        hours(zones, 4, "MSD", "AZT", "GET", "SAMT", "GST");
        hours(zones, 5, "TMT", "UZT", "PKT", "AQTT", "YEKT", "AZST");
        hours(zones, 6, "ALMT", "OMST", "NOVT");
        hours(zones, 8, "HKT", "SGT", "AWST", "PHT");
        hours(zones, 9, "JST", "KST");
        hours(zones, 10, "AEST");
        hours(zones, 11, "AEDT");
        hours(zones, 12, "NZST");
        hours(zones, 13, "NZDT");
        hours(zones, -3, "ADT", "BRT", "ART");
        hours(zones, -4, "EDT", "AST", "AT");
        hours(zones, -5, "EST", "CDT", "ET");
        hours(zones, -6, "CST", "MDT", "CT");
        hours(zones, -7, "MST", "PDT", "MT");
        hours(zones, -8, "PST", "AKDT", "PT");
        hours(zones, -9, "AKST", "HADT");
        hours(zones, -10, "HST", "HAST");
        zones.put("IRST", 210);
        zones.put("IRDT", 270);
        zones.put("AFT", 270);
        zones.put("IST", 330);
        zones.put("NPT", 345);
        zones.put("NST", -210);
        zones.put("NDT", -150);
        // RFC 822 had the military letters with the wrong sign, RFC 2822 says to read them as UTC; writers mean the right one
        String east = "ABCDEFGHIKLM";
        String west = "NOPQRSTUVWXY";
        for (int i = 0; i < 12; i++) {
            zones.put(east.substring(i, i + 1), -60 * (i + 1));
            zones.put(west.substring(i, i + 1), 60 * (i + 1));
        }
        return zones;
    }

    private static void hours(Map<String, Integer> zones, int hours, String... names) {
        for (String name : names) {
            zones.put(name, hours * 60);
        }
    }
}
