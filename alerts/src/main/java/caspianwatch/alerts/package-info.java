/**
 * The notifier: from alerts to people and programs.
 *
 * <pre>
 * alerts ──▶ address ──▶ notifications (due work) ──▶ deliveries
 * </pre>
 *
 * <p>Alerts are addressed by the subscription as it is now, followed into memory: channels hold secrets, and a secret
 * stands in the topic of subscriptions and nowhere else, neither in alerts nor in what waits. So an attempt looks its
 * channel up by name; a subscription that was deleted or switched off meanwhile is told nothing more.
 *
 * <p>One alert over one channel is one notification with one id, a pure function of subscription, alert and channel.
 * It is made once, remembered as made, tried until it is accepted, refused or three days old, and then remembered for
 * seven days more, so that an alert that is read again notifies nobody twice. Alerts are keyed by subscription and
 * notifications by their own id, in one task: what belongs to an alert stays on its partition, nothing is sent around.
 */
@NullMarked
package caspianwatch.alerts;

import org.jspecify.annotations.NullMarked;
