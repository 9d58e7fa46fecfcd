package caspianwatch.ingest;

import caspianwatch.contract.FeedStatus.Look;
import caspianwatch.contract.FeedStatus.Sample;
import caspianwatch.ingest.entries.Draft;
import caspianwatch.ingest.fetch.FetchResult;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import caspianwatch.ingest.fetch.FetchResult.Malformed;
import caspianwatch.ingest.health.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody who asked for a fetch is told. */
final class Looks {
    private static final int SAMPLES = 10;
    private static final int TITLE_CHARS = 300;
    private static final int TEXT_CHARS = 600;

    private Looks() {}

    static Look of(FeedWork work, FetchResult result, int fresh, Verdict verdict, Instant now) {
        Instant asked = work.asked() == null ? now : work.asked();
        URI url = work.feed().url();
        return switch (result) {
            case Fetched found -> found(found, asked, fresh, verdict, now);
            case Malformed(int status, long bytes, var origin, _, var announced) -> new Look(asked, now,
                    verdict.state(), verdict.reason(), origin.url(), status, origin.contentType(), bytes, null, null,
                    null, 0, 0, 0, null, null, announced, List.of());
            case FetchResult.NotModified _ -> nothing(asked, 304, url, verdict, now);
            case FetchResult.RetryAfter(int status, _) -> nothing(asked, status, url, verdict, now);
            case FetchResult.Gone _ -> nothing(asked, 410, url, verdict, now);
            case FetchResult.Refused(int status, _) -> nothing(asked, status, url, verdict, now);
            case FetchResult.Failed(int status, _, _) -> nothing(asked, status, url, verdict, now);
            case FetchResult.Blocked _ -> nothing(asked, 0, url, verdict, now);
        };
    }

    private static Look found(Fetched found, Instant asked, int fresh, Verdict verdict, Instant now) {
        var dates = found.drafts().stream().map(Draft::dated).filter(Objects::nonNull).sorted().toList();
        return new Look(asked, now, verdict.state(), verdict.reason(), found.origin().url(), found.status(),
                found.origin().contentType(), found.bytes(), found.head().format(), found.head().title(),
                found.head().language(), found.drafts().size(), fresh, dates.size(),
                dates.isEmpty() ? null : dates.getFirst(), dates.isEmpty() ? null : dates.getLast(), List.of(),
                found.drafts().stream().limit(SAMPLES).map(Looks::sample).toList());
    }

    private static Sample sample(Draft draft) {
        return new Sample(cut(draft.title(), TITLE_CHARS), cut(draft.text(), TEXT_CHARS), draft.url(), draft.dated(),
                draft.languageHint());
    }

    private static Look nothing(Instant asked, int status, URI url, Verdict verdict, Instant now) {
        return new Look(asked, now, verdict.state(), verdict.reason(), url, status, null, 0, null, null, null, 0, 0, 0,
                null, null, List.of(), List.of());
    }

    private static String cut(String text, int most) {
        int end = Math.min(text.length(), most);
        boolean split = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, split ? end - 1 : end);
    }
}
