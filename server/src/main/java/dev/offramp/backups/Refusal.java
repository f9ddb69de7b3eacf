package dev.offramp.backups;

import java.nio.file.Path;
import java.util.List;

/// Why there is no backup, or why it is not restored. Whatever was there before is as it was.
public sealed interface Refusal {

    /// One line for the operator.
    String words();

    record FileExists(Path file) implements Refusal {
        @Override
        public String words() {
            return file + " exists already: a backup overwrites nothing";
        }
    }

    record FileUnusable(Path file, String why) implements Refusal {
        @Override
        public String words() {
            return file + " cannot be used: " + why;
        }
    }

    record NothingToKeep() implements Refusal {
        @Override
        public String words() {
            return "the database holds nothing of this program yet";
        }
    }

    record BrokenOff(String where) implements Refusal {
        @Override
        public String words() {
            return "the database broke off: " + where;
        }
    }

    /// @param version of the database or of the backup
    record NewerSchema(String what, int version) implements Refusal {
        @Override
        public String words() {
            return what + " is of a newer version of the program (its schema is at " + version
                    + "): use that version, or one after it";
        }
    }

    /// Two programs whose migrations went different ways.
    record OtherSchema(int version) implements Refusal {
        @Override
        public String words() {
            return "the backup's schema (" + version + ") is none that this program has ever had";
        }
    }

    record NoBackup(Path file) implements Refusal {
        @Override
        public String words() {
            return file + " is no backup of this program";
        }
    }

    record NewerFormat(Path file, int format) implements Refusal {
        @Override
        public String words() {
            return file + " is written in format " + format + ", which a newer version of the program reads";
        }
    }

    record OtherKindOfSecret(Path file, String wanted) implements Refusal {
        @Override
        public String words() {
            return file + " was sealed under " + wanted + ": bring that along";
        }
    }

    record WrongSecret(Path file) implements Refusal {
        @Override
        public String words() {
            return file + " does not open: the passphrase or key is another one, or its head was altered";
        }
    }

    record Altered(Path file) implements Refusal {
        @Override
        public String words() {
            return file + " was altered or cut off: nothing of it is used";
        }
    }

    record NotEmpty() implements Refusal {
        @Override
        public String words() {
            return "the database is not empty: a restore goes into an empty one";
        }
    }

    record NotOwner() implements Refusal {
        @Override
        public String words() {
            return "the database's role may not make a schema or tables in it: it must own the database";
        }
    }

    record OtherKeys(String folder) implements Refusal {
        @Override
        public String words() {
            return "the server key this database was made with is not in " + folder;
        }
    }

    record KeyMissing(Path file) implements Refusal {
        @Override
        public String words() {
            return "the server key this backup belongs to is missing: put it into " + file
                    + " first, with the seeds beside it";
        }
    }

    record KeyInTheWay(Path file) implements Refusal {
        @Override
        public String words() {
            return file
                    + " is another one than this backup needs: move it away, or name another folder by OFFRAMP_KEYS";
        }
    }

    record Unsound(List<String> faults) implements Refusal {
        @Override
        public String words() {
            return "the restored books are not sound, so nothing was restored (--despite-faults does it all the same): "
                    + String.join("; ", faults);
        }
    }

    record NotWhole(String why) implements Refusal {
        @Override
        public String words() {
            return "the tables could not be loaded as the backup has them: " + why;
        }
    }
}
