package se.tambur;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class HouseGraphTest {

    @Test
    void everyFeatureCallsOnlyThoseBelowIt() {
        ApplicationModules.of(Tambur.class).verify();
    }
}
