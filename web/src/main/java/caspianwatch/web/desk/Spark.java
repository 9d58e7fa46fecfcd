package caspianwatch.web.desk;

import caspianwatch.contract.FeedStatus.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a feed brought in seven days, as bars in a box of 112 by 20.
 *
 * @param bars one path for all whole bins
 * @param open the last bin, which is not over yet; empty where it has none
 * @param gaps what we did not see
 */
record Spark(String label, String bars, String open, List<Gap> gaps) {
    private static final int STEP = 4;
    private static final int WIDTH = 3;
    private static final int BASE = 19;

    /** From x on, so wide. */
    record Gap(String x, String width) {}

    static Spark of(@Nullable History history) {
        if (history == null || history.counts().stream().allMatch(count -> count < 0)) {
            return new Spark("Nothing was seen in the last 7 days", "", "", List.of(gap(0, 28)));
        }
        List<Integer> counts = history.counts();
        int most = Math.max(1, counts.stream().max(Integer::compare).orElse(1));
        int last = counts.size() - 1;
        var bars = new StringBuilder();
        for (int i = 0; i < last; i++) {
            bars.append(bar(i, counts.get(i), most));
        }
        return new Spark(label(counts, history.binHours()), bars.toString(), bar(last, counts.get(last), most),
                gaps(counts));
    }

    private static String bar(int bin, int count, int most) {
        if (count <= 0) {
            return "";
        }
        float height = Math.max(1.5f, count * (float) BASE / most);
        return String.format(Locale.ROOT, "M%d %dv-%.1fh%dV%dz", bin * STEP, BASE, height, WIDTH, BASE);
    }

    /** What lies before the first bin that was seen is no gap: the feed was not known yet. */
    private static List<Gap> gaps(List<Integer> counts) {
        var gaps = new ArrayList<Gap>();
        int first = 0;
        while (counts.get(first) < 0) {
            first++;
        }
        for (int i = first; i < counts.size(); i++) {
            int start = i;
            while (i < counts.size() && counts.get(i) < 0) {
                i++;
            }
            if (i > start) {
                gaps.add(gap(start, i - start));
            }
        }
        return List.copyOf(gaps);
    }

    private static Gap gap(int bin, int bins) {
        return new Gap(bin * STEP + ".5", Integer.toString(bins * STEP - 2));
    }

    private static String label(List<Integer> counts, int hours) {
        var seen = counts.stream().filter(count -> count >= 0).toList();
        int sum = seen.stream().mapToInt(Integer::intValue).sum();
        int most = seen.stream().mapToInt(Integer::intValue).max().orElse(0);
        int blind = (counts.size() - seen.size()) * hours;
        return "New entries in 7 days: " + sum + ", at most " + most + " in " + hours + " hours"
                + (blind == 0 ? "" : "; " + blind + " hours were not seen");
    }
}
