package dev.offramp.facts;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.Serializers;

/// Teaches Jackson that a record with one component is written as that component: `DepositId` as its 24 digits.
final class OneFieldRecords extends SimpleModule {

    private static final long serialVersionUID = 1L;

    @Override
    public void setupModule(JacksonModule.SetupContext context) {
        context.addSerializers(new Writers());
        context.addDeserializers(new Readers());
    }

    private static boolean matches(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 1 && !FactBody.class.isAssignableFrom(type);
    }

    private static final class Writers extends Serializers.Base {
        @Override
        public ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                com.fasterxml.jackson.annotation.JsonFormat.Value format) {
            return matches(type.getRawClass()) ? new Writer(type.getRawClass()) : null;
        }
    }

    private static final class Readers extends Deserializers.Base {
        @Override
        public ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return matches(type.getRawClass()) ? new Reader(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return matches(type);
        }
    }

    private static final class Writer extends ValueSerializer<Object> {
        private final RecordComponent component;

        Writer(Class<?> type) {
            this.component = type.getRecordComponents()[0];
        }

        @Override
        public void serialize(Object value, JsonGenerator out, SerializationContext context) {
            try {
                context.writeValue(out, component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
    }

    private static final class Reader extends ValueDeserializer<Object> {
        private final Constructor<?> constructor;
        private final Optional<ValueDeserializer<?>> component;

        Reader(Class<?> type) {
            try {
                this.constructor = type.getDeclaredConstructor(type.getRecordComponents()[0].getType());
                this.component = Optional.empty();
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("a record has its canonical constructor: " + type, e);
            }
        }

        private Reader(Constructor<?> constructor, ValueDeserializer<?> component) {
            this.constructor = constructor;
            this.component = Optional.of(component);
        }

        /// Finds the component's reader once, not at each value.
        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            JavaType type = context.constructType(constructor.getParameterTypes()[0]);
            return new Reader(constructor, context.findContextualValueDeserializer(type, property));
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) {
            try {
                return constructor.newInstance(component.orElseThrow().deserialize(in, context));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot make " + constructor.getDeclaringClass(), e);
            }
        }
    }
}
