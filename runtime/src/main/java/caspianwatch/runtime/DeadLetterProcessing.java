package caspianwatch.runtime;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a record that our own code cannot process to the dead letters and goes on with the next. What Kafka itself throws
 * (a full disk under a state store, a fenced producer) is no fault of the record: going on would lose it, so the thread
 * stops and is replaced.
 */
public final class DeadLetterProcessing extends LogAndContinueProcessingExceptionHandler {
    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception error) {
        return error instanceof KafkaException && !(error instanceof SerializationException)
                ? Response.fail()
                : super.handleError(context, record, error);
    }
}
