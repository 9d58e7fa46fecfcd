package caspianwatch.runtime.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up and keeps only what may be reached. A look-up has a thread of its own and is waited for only so long: it
 * cannot be interrupted, and where the resolver is silent for half a minute it would hold a carrier of virtual threads,
 * of which there are as few as processors.
 */
final class PermittedDns implements Dns {
    private static final int LOOKUPS_AT_ONCE = 128;
    private static final long IDLE_SECONDS = 10;

    private final Networks networks;
    private final Dns dns;
    private final ExecutorService threads;
    private final long patienceNanos;

    PermittedDns(Networks networks, Dns dns, long patienceNanos) {
        this(networks, dns, patienceNanos, new ThreadPoolExecutor(0, LOOKUPS_AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS,
                new SynchronousQueue<>(), Thread.ofPlatform().daemon().name("look-up").factory()));
    }

    private PermittedDns(Networks networks, Dns dns, long patienceNanos, ExecutorService threads) {
        this.networks = networks;
        this.dns = dns;
        this.patienceNanos = patienceNanos;
        this.threads = threads;
    }

    /** The same for a call that has only so long. */
    PermittedDns within(long nanos) {
        return new PermittedDns(networks, dns, Math.min(nanos, patienceNanos), threads);
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var all = all(host);
        var permitted = all.stream().filter(networks::permits).toList();
        if (permitted.isEmpty() && !all.isEmpty()) {
            throw new BlockedNameException(host + " is in a network that is not allowed");
        }
        return permitted;
    }

    private List<InetAddress> all(String host) throws UnknownHostException {
        Future<List<InetAddress>> answer;
        try {
            answer = threads.submit(() -> dns.lookup(host));
        } catch (RejectedExecutionException _) {
            throw new UnknownHostException(host + ": too many look-ups wait for an answer");
        }
        try {
            return answer.get(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new UnknownHostException(host + ": no answer in time");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host + ": interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : failed(host, e);
        }
    }

    private static UnknownHostException failed(String host, ExecutionException e) {
        var failure = new UnknownHostException(host + ": " + e.getCause());
        failure.initCause(e);
        return failure;
    }

    /** A look-up may fail in this way only; {@link TargetCheck} makes it a {@link BlockedAddressException}. */
    static final class BlockedNameException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        BlockedNameException(String message) {
            super(message);
        }
    }
}
