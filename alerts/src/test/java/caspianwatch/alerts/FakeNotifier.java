package caspianwatch.alerts;

import caspianwatch.alerts.channel.Attempt;
import caspianwatch.alerts.channel.Notification;
import caspianwatch.alerts.channel.Notifier;
import caspianwatch.contract.Channel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers as the test says, in turn, the last answer for ever; remembers what it was given. */
final class FakeNotifier<C extends Channel> implements Notifier<C> {
    /** What comes of an attempt; may throw. */
    @FunctionalInterface
    interface Answer {
        Attempt give();
    }

    final List<Notification> sent = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>(
            List.of(() -> new Attempt.Delivered("accepted")));

    void answers(Answer... inTurn) {
        answers.clear();
        answers.addAll(List.of(inTurn));
    }

    @Override
    public Attempt send(Notification notification, C channel) {
        sent.add(notification);
        return (answers.size() > 1 ? answers.remove() : answers.element()).give();
    }

    @Override
    public String lane(String notificationId, C channel) {
        return channel.name();
    }
}
