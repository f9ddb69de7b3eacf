package dev.offramp.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a key of an answer or an event means, where its name and type do not say it. The API's description is read off
/// the records of this room, and this is what they say in it.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Key {

    /// In a few words, units included; may be empty.
    String value() default "";

    /// What its text may look like.
    Notation as() default Notation.PLAIN;

    /// All that its text may be; empty where that is open.
    String[] oneOf() default {};
}
