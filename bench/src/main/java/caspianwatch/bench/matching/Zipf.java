package caspianwatch.bench.matching;

import java.util.Arrays;
import java.util.Random;

/** Ranks from 0, each about as frequent as one over its place among those that remain from a first rank on. */
final class Zipf {
    private final double[] upTo;
    private final int first;

    Zipf(int first, int ranks) {
        this.first = first;
        upTo = new double[ranks - first];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += 1.0 / (first + i + 1);
            upTo[i] = sum;
        }
    }

    int next(Random random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return first + Math.min(upTo.length - 1, at < 0 ? -at - 1 : at);
    }
}
