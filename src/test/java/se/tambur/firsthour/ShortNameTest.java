package se.tambur.firsthour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNameTest {

    @ParameterizedTest
    @CsvSource({
        "Öppna förskolan Lekladan, lekladan",
        "Öppna förskolan, oppna-forskolan",
        "  Familjecentralen på Höjden – Östra 2 , familjecentralen-pa-hojden-ostra-2",
        "Åäö, aao",
        "مركز, ''",
        "Ett hus med ett mycket långt namn som aldrig tar slut alls, ett-hus-med-ett-mycket-langt-namn-som-al"
    })
    void aHouseIsCalledInAddressesByTheOwnPartOfItsName(String name, String shortName) {
        assertThat(HouseStep.shortName(name)).isEqualTo(shortName);
    }
}
