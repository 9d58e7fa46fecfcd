package caspianwatch.runtime;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Sends what led to a record too large or unwritable to the dead letters and goes on; anything else stops the thread. */
public final class DeadLetterProduction extends DefaultProductionExceptionHandler {
    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception error) {
        var response = super.handleError(context, record, error);
        return error instanceof RecordTooLargeException ? Response.resume(response.deadLetterQueueRecords()) : response;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public Response handleSerializationError(ErrorHandlerContext context, ProducerRecord record, Exception error,
            SerializationExceptionOrigin origin) {
        return Response.resume(super.handleSerializationError(context, record, error, origin).deadLetterQueueRecords());
    }
}
