package dev.offramp.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// One environment variable. The same words are its parser's input and its page in the manual.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Setting {

    /// Name of the variable.
    String env();

    /// What holds when it is not set; empty when nothing does.
    String value() default "";

    /// What it does, for the operator, in one paragraph.
    String doc();

    /// Bounds of a number, inclusive.
    long min() default Long.MIN_VALUE;

    long max() default Long.MAX_VALUE;
}
