package caspianwatch.alerts;

import static caspianwatch.contract.Topics.DELIVERIES;

import caspianwatch.alerts.NotificationState.Sending;
import caspianwatch.alerts.NotificationState.Settled;
import caspianwatch.alerts.channel.Attempt;
import caspianwatch.alerts.channel.Reason;
import caspianwatch.contract.Channel;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.Subscription;
import caspianwatch.runtime.due.DueWork;
import caspianwatch.runtime.due.Outcome;
import caspianwatch.runtime.due.Output;
import caspianwatch.runtime.due.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends notifications, keyed by their ids: once where all goes well, for three days where it does not. */
final class NotificationWork implements DueWork<Request, NotificationState, NotificationWork.Tried> {
    /** A settled notification is remembered longer than any alert takes to be read again. */
    static final Duration REMEMBERED = Duration.ofDays(7);

    /** An attempt, and how long it took. */
    record Tried(Attempt attempt, Duration took) {}

    private final Subscriptions subscriptions;
    private final Notifiers notifiers;
    private final AlertsMetrics metrics;

    NotificationWork(Subscriptions subscriptions, Notifiers notifiers, AlertsMetrics metrics) {
        this.subscriptions = subscriptions;
        this.notifiers = notifiers;
        this.metrics = metrics;
    }

    @Override
    public Step<NotificationState> onInput(String key, @Nullable NotificationState state, @Nullable Request input,
            Instant now) {
        if (input == null || state != null) {
            return new Step.Keep<>(List.of());
        }
        return switch (input) {
            case Request.Send(var alert, var channel) ->
                new Step.Perform<>(new Sending(Compose.notification(key, alert), channel.name(), channel.type(),
                        notifiers.lane(key, channel), 1, now, alert.article().article().fetched()), now, List.of());
            case Request.GiveUp(var alert, var reason) -> {
                metrics.failed(Request.GiveUp.NO_CHANNEL, reason);
                yield settled(now, new Output<>(DELIVERIES, key,
                        new Delivery(key, alert.subscriptionId(), alert.subscriptionName(), List.of(alert.id()),
                                Request.GiveUp.NO_CHANNEL, Request.GiveUp.NO_CHANNEL, 0, Delivery.Outcome.FAILED,
                                reason.word(), "no channel is known for this subscription", now, 0, null)));
            }
        };
    }

    @Override
    public Tried perform(String key, NotificationState state) {
        return switch (state) {
            case Sending sending -> attempt(sending);
            // Its time is over: the outcome forgets it.
            case Settled _ -> new Tried(new Attempt.Delivered("settled"), Duration.ZERO);
        };
    }

    @Override
    public String lane(String key, NotificationState state) {
        return switch (state) {
            case Sending sending -> sending.lane();
            case Settled _ -> key;
        };
    }

    /** A delivery is a record of what has been done; the person has been told already. */
    @Override
    public boolean outputsAreAwaited() {
        return false;
    }

    @Override
    public Step<NotificationState> onOutcome(String key, NotificationState state, Outcome<Tried> outcome, Instant now) {
        return switch (state) {
            case Sending sending -> after(sending, tried(outcome), now);
            case Settled _ -> new Step.Forget<>(List.of());
        };
    }

    private Tried attempt(Sending sending) {
        String id = sending.notification().subscription().id();
        return switch (subscriptions.find(id)) {
            case Subscriptions.Found.Known(var subscription) -> attempt(sending, subscription);
            case Subscriptions.Found.Removed _ -> refused(Reason.SUBSCRIPTION_REMOVED, "the subscription was deleted");
            // It was known when this was addressed, and all of the topic has been read since.
            case Subscriptions.Found.Unknown _ -> refused(Reason.SUBSCRIPTION_REMOVED, "the subscription is gone");
        };
    }

    private Tried attempt(Sending sending, Subscription subscription) {
        if (!subscription.enabled()) {
            return refused(Reason.SUBSCRIPTION_DISABLED, "the subscription was switched off");
        }
        for (Channel channel : subscription.channels()) {
            if (channel.name().equals(sending.channel())) {
                metrics.attempted(sending);
                long start = System.nanoTime();
                Attempt attempt = notifiers.send(sending.notification(), channel);
                return new Tried(attempt, metrics.took(sending, Duration.ofNanos(System.nanoTime() - start)));
            }
        }
        return refused(Reason.CHANNEL_REMOVED, "the subscription has no longer this channel");
    }

    private static Tried refused(Reason reason, String detail) {
        return new Tried(new Attempt.Refused(reason, detail), Duration.ZERO);
    }

    private static Tried tried(Outcome<Tried> outcome) {
        return switch (outcome) {
            case Outcome.Returned<Tried>(var tried) -> tried;
            case Outcome.Threw<Tried>(var error) -> new Tried(new Attempt.Retry(Reason.INTERNAL_ERROR,
                    "the attempt ended with " + error.getClass().getSimpleName(), null), Duration.ZERO);
        };
    }

    private Step<NotificationState> after(Sending sending, Tried tried, Instant now) {
        return switch (tried.attempt()) {
            case Attempt.Delivered delivered -> {
                metrics.delivered(sending.channelType());
                yield settled(now, record(sending, tried, Delivery.Outcome.DELIVERED, Reason.DELIVERED,
                        delivered.detail(), now, null));
            }
            case Attempt.Refused refused -> failed(sending, tried, refused.reason(), refused.detail(), now);
            case Attempt.Retry retry -> {
                Instant next = RetrySchedule.next(sending.notification().id(), sending.attempt(), sending.since(), now,
                        retry.notBefore());
                yield next == null
                        ? failed(sending, tried, retry.reason(), "given up after three days: " + retry.detail(), now)
                        : new Step.Perform<>(sending.again(), next, List.of(record(sending, tried,
                                Delivery.Outcome.RETRYING, retry.reason(), retry.detail(), now, next)));
            }
        };
    }

    private Step<NotificationState> failed(Sending sending, Tried tried, Reason reason, String detail, Instant now) {
        metrics.failed(sending.channelType(), reason);
        return settled(now, record(sending, tried, Delivery.Outcome.FAILED, reason, detail, now, null));
    }

    private static Step<NotificationState> settled(Instant now, Output<Delivery> last) {
        return new Step.Perform<>(new Settled(now), now.plus(REMEMBERED), List.of(last));
    }

    private static Output<Delivery> record(Sending sending, Tried tried, Delivery.Outcome outcome, Reason reason,
            String detail, Instant now, @Nullable Instant next) {
        var notification = sending.notification();
        return new Output<>(DELIVERIES, notification.id(),
                new Delivery(notification.id(), notification.subscription().id(), notification.subscription().name(),
                        notification.alertIds(), sending.channel(), sending.channelType(), sending.attempt(), outcome,
                        reason.word(), detail, now, tried.took().toMillis(), next));
    }
}
