package caspianwatch.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** JSON as every record is written: UTF-8, instants and durations in ISO 8601, absent components left out. */
public final class Json {

    /** Reads and writes every record; unknown fields are ignored, so that a newer writer does not stop an older reader. */
    public static final ObjectMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /**
     * The most bytes of a record's value. A producer that meets a larger one only when it sends would lose the whole
     * transaction with it, again and again; a serde that refuses it costs that one record.
     */
    public static final int LARGEST = 1_000_000;

    private Json() {}

    /** The serde of a record; a null value is a tombstone in both directions, anything unreadable or too large a {@link SerializationException}. */
    public static <T> Serde<T> serde(Class<T> type) {
        return serde(MAPPER.constructType(type));
    }

    /** The serde of a type with parameters; otherwise as {@link #serde(Class)}. */
    public static <T> Serde<T> serde(JavaType type) {
        String what = type.getRawClass().getSimpleName();
        var reader = MAPPER.readerFor(type);
        var writer = MAPPER.writerFor(type);
        Serializer<@Nullable T> serializer = (topic, value) -> {
            if (value == null) {
                return null;
            }
            try {
                byte[] bytes = writer.writeValueAsBytes(value);
                if (bytes.length > LARGEST) {
                    throw new SerializationException(what + " of " + bytes.length + " bytes is too large for " + topic);
                }
                return bytes;
            } catch (JsonProcessingException e) {
                throw new SerializationException(what + " cannot be written to " + topic, e);
            }
        };
        Deserializer<@Nullable T> deserializer = (topic, bytes) -> {
            if (bytes == null) {
                return null;
            }
            try {
                return reader.readValue(bytes);
            } catch (IOException | RuntimeException e) {
                throw new SerializationException(topic + " holds what is not a " + what, e);
            }
        };
        return Serdes.serdeFrom(serializer, deserializer);
    }

    /** The value as one line of JSON. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    /** Reads one JSON value; {@link IllegalArgumentException} where the text is not one of that type. */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
