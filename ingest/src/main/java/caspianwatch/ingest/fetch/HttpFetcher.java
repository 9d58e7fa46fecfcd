package caspianwatch.ingest.fetch;

import caspianwatch.contract.Feed;
import caspianwatch.ingest.entries.Drafts;
import caspianwatch.ingest.fetch.FetchResult.Blocked;
import caspianwatch.ingest.fetch.FetchResult.Failed;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import caspianwatch.ingest.fetch.FetchResult.Gone;
import caspianwatch.ingest.fetch.FetchResult.Head;
import caspianwatch.ingest.fetch.FetchResult.Malformed;
import caspianwatch.ingest.fetch.FetchResult.NotModified;
import caspianwatch.ingest.fetch.FetchResult.Origin;
import caspianwatch.ingest.fetch.FetchResult.Refused;
import caspianwatch.ingest.fetch.FetchResult.RetryAfter;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.ingest.fetch.FetchResult.Wishes;
import caspianwatch.ingest.parse.FeedReader;
import caspianwatch.ingest.parse.Markup;
import caspianwatch.ingest.parse.ParseResult;
import caspianwatch.ingest.parse.ParsedDocument;
import caspianwatch.ingest.parse.PlainText;
import caspianwatch.runtime.egress.BlockedAddressException;
import caspianwatch.runtime.egress.EndlessAnswerException;
import caspianwatch.runtime.egress.Networks;
import caspianwatch.runtime.egress.SafeEgress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Feeds over HTTP. Redirects are followed here and not by the client, because each address on the way is checked. */
public final class HttpFetcher implements FeedFetcher, AutoCloseable {
    /** Everything together: redirects, connect, headers and the last byte of the body. Under the 10 s that an effect may take. */
    public static final Duration TOTAL = Duration.ofSeconds(8);
    private static final int MAX_REDIRECTS = 5;
    private static final int TITLE_CHARS = 300;
    private static final int WORD_CHARS = 100;
    private static final int SENTENCE_CHARS = 300;
    private static final int MOST_PROBLEMS = 20;
    private static final int ERROR_PAGE = 256 * 1024;
    private static final int MOST_HEADER_BYTES = 64 * 1024;
    private static final int LONGEST_VALIDATOR = 1024;
    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, "
            + "application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    private final OkHttpClient client;
    private final Networks networks;
    private final String userAgent;
    private final Clock clock;
    private final Duration total;

    public HttpFetcher(Networks networks, String userAgent, Clock clock) {
        this(networks, userAgent, clock, TOTAL);
    }

    HttpFetcher(Networks networks, String userAgent, Clock clock, Duration total) {
        this.client = SafeEgress.client(networks, total);
        this.networks = networks;
        this.userAgent = userAgent;
        this.clock = clock;
        this.total = total;
    }

    @Override
    public FetchResult fetch(Feed feed, Validators validators) {
        long end = System.nanoTime() + total.toNanos();
        URI url = feed.url();
        URI permanent = null;
        boolean allPermanent = true;
        try {
            for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
                String objection = SafeEgress.objection(url, networks);
                if (objection != null) {
                    return new Blocked(hop == 0 ? "address" : "redirect", objection);
                }
                var call = client.newCall(request(url, validators));
                call.timeout().timeout(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                try (Response response = call.execute()) {
                    if (response.headers().byteCount() > MOST_HEADER_BYTES) {
                        return new Failed(response.code(), "too-large", "more than 64 KiB of headers");
                    }
                    URI next = target(response, url);
                    if (next == null) {
                        return result(response, feed, new Origin(url, permanent, response.header("Content-Type")));
                    }
                    if (downgrades(url, next)) {
                        return new Blocked("downgrade", "a redirect from https to http is not followed");
                    }
                    allPermanent &= response.code() == 301 || response.code() == 308;
                    permanent = allPermanent ? next : permanent;
                    url = next;
                }
            }
            return new Failed(0, "redirect", "more than " + MAX_REDIRECTS + " redirects");
        } catch (IOException | IllegalArgumentException e) {
            return failure(e);
        }
    }

    private Request request(URI url, Validators validators) {
        // Accept-Encoding set by hand keeps the client from unpacking, which it would do without any limit
        var request = new Request.Builder().url(url.toString()).header("User-Agent", userAgent).header("Accept", ACCEPT)
                .header("Accept-Encoding", BoundedBody.ENCODINGS);
        if (validators.etag() != null) {
            request.header("If-None-Match", validators.etag());
        }
        if (validators.lastModified() != null) {
            request.header("If-Modified-Since", validators.lastModified());
        }
        return request.build();
    }

    private static @Nullable URI target(Response response, URI from) {
        String location = response.header("Location");
        return switch (response.code()) {
            case 301, 302, 303, 307, 308 ->
                location == null ? null : from.resolve(location.strip().replace(" ", "%20"));
            default -> null;
        };
    }

    /** Whoever sits between could then write our news, and the publisher had ruled that out. */
    static boolean downgrades(URI from, URI to) {
        return "https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme());
    }

    private FetchResult result(Response response, Feed feed, Origin origin) throws IOException {
        int status = response.code();
        if (status >= 200 && status < 300) {
            return document(response, feed, origin);
        }
        String page = switch (status) {
            case 401, 403, 451, 503 -> ChallengePage.kindOf(beginning(response));
            default -> null;
        };
        if (status == 503 && page != null) {
            return new Refused(status, page);
        }
        String retryAfter = response.header("Retry-After");
        return switch (status) {
            case 304 -> new NotModified(validators(response), Freshness.of(response, clock.instant()));
            case 410 -> new Gone();
            case 401, 403, 451 -> new Refused(status, page);
            case 429, 503 -> new RetryAfter(status, RetryAfterHeader.parse(retryAfter, clock.instant()));
            default -> retryAfter == null || status < 400
                    ? new Failed(status, "http", "HTTP " + status)
                    : new RetryAfter(status, RetryAfterHeader.parse(retryAfter, clock.instant()));
        };
    }

    private FetchResult document(Response response, Feed feed, Origin origin) throws IOException {
        byte[] bytes = BoundedBody.read(response.body().byteStream(), response.header("Content-Encoding"),
                FeedReader.MAX_BYTES);
        // What is told of a document goes into records of the feed, so that none of it may be as long as the document
        return switch (FeedReader.read(bytes, origin.contentType(), origin.url())) {
            case ParseResult.Parsed(var document) -> new Fetched(response.code(), validators(response), bytes.length,
                    origin, new Head(cut(document.format(), WORD_CHARS), title(document), language(document)),
                    Drafts.of(document, feed), sentences(document.problems()),
                    new Wishes(Freshness.of(response, clock.instant()), document.pace()));
            case ParseResult.Refused(var reason, var announced) -> {
                String page = announced.isEmpty() ? ChallengePage.kindOf(bytes) : null;
                yield page == null
                        ? new Malformed(response.code(), bytes.length, origin, cut(reason, SENTENCE_CHARS), announced)
                        : new Refused(response.code(), page);
            }
        };
    }

    private static @Nullable String title(ParsedDocument document) {
        return document.title() == null ? null : PlainText.line(document.title(), TITLE_CHARS);
    }

    private static @Nullable String language(ParsedDocument document) {
        return document.language() == null ? null : cut(document.language(), WORD_CHARS);
    }

    private static List<String> sentences(List<String> problems) {
        return problems.stream().limit(MOST_PROBLEMS).map(each -> cut(each, SENTENCE_CHARS)).toList();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : PlainText.line(Markup.plain(text.substring(0, most)), most);
    }

    /** What an error page begins with; nothing where it cannot be read. */
    private static byte[] beginning(Response response) {
        try {
            return BoundedBody.read(response.body().byteStream(), response.header("Content-Encoding"), ERROR_PAGE);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private static Validators validators(Response response) {
        return new Validators(brief(response.header("ETag")), brief(response.header("Last-Modified")));
    }

    /** A server that sends more than this wants it kept for reasons of its own. */
    private static @Nullable String brief(@Nullable String validator) {
        return validator == null || validator.length() > LONGEST_VALIDATOR ? null : validator;
    }

    private FetchResult failure(Exception error) {
        String message = cut(String.valueOf(error.getMessage()), SENTENCE_CHARS);
        return switch (error) {
            case EndlessAnswerException _ -> new Failed(0, "too-large", message);
            case BlockedAddressException _ -> new Blocked("name", message);
            case BoundedBody.RefusedException refused -> new Failed(200, refused.reason, message);
            case UnknownHostException _ -> new Failed(0, "dns", "the name of the host is not known");
            case ConnectException _ -> new Failed(0, "connect", "no connection: " + message);
            case SSLException _ -> new Failed(0, "tls", message);
            case InterruptedIOException _ -> new Failed(0, "timeout",
                    "no complete answer within " + total.toSeconds() + " s");
            case IllegalArgumentException _ -> new Failed(0, "redirect", "an address that cannot be read: " + message);
            default -> new Failed(0, "io", message);
        };
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
