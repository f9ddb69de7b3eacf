package dev.offramp.operations;

import java.util.List;

/// One comparison of the books.
///
/// @param what was compared, in words
/// @param faultCount how much does not fit; zero when all is right
/// @param faults what does not fit, one line each; of many only the first
public record Check(String what, int faultCount, List<String> faults) {

    static Check of(String what, List<String> faults) {
        return new Check(what, faults.size(), List.copyOf(faults));
    }

    public boolean isSound() {
        return faultCount == 0;
    }
}
