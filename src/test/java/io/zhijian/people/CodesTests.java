package io.zhijian.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhijian.base.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTests {

    /** Codes of fictitious bodies: region digits 99, the check character computed by hand from GB 32100. */
    @Test
    void computesTheCheckCharacterOfTheStandard() {
        // 1·1 1·3 9·9 9·27 0 0 0 0 … : 1 + 3 + 81 + 243 = 328; 328 mod 31 = 18; 31 − 18 = 13 = D
        assertThat(CreditCode.checkCharacter("11990000000000000")).isEqualTo('D');
        assertThat(CreditCode.problem("11990000000000000D")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1199000000000000D, people.credit-code-length",
        "11990000000000000D0, people.credit-code-length",
        "11990000000000000d, people.credit-code-form",
        "I1990000000000000D, people.credit-code-form",
        "11990A00000000000D, people.credit-code-form",
        "119900000000000000, people.credit-code-check",
        "11990000000000001D, people.credit-code-check",
        "19190000000000000D, people.credit-code-check"
    })
    void refusesACreditCodeWithTheRightWords(String code, String expected) {
        assertThat(code(CreditCode.problem(code))).isEqualTo(expected);
    }

    @Test
    void knowsThe34DivisionsInTheOrderOfTheStandard() {
        assertThat(Regions.divisions()).hasSize(34);
        assertThat(Regions.divisions().stream().map(Regions.Division::code)).isSorted();
        assertThat(Regions.divisions().getFirst().chinese()).isEqualTo("北京市");
        assertThat(Regions.divisions().getLast().chinese()).isEqualTo("澳门特别行政区");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000", "110000000000", "441900003000", "990102003004", "659000000000"})
    void takesCodesOfRealDivisionsTheCountryAndTheFictitiousProvince(String code) {
        assertThat(Regions.problem(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1100, people.region-form",
        "11000000000x, people.region-form",
        "1100000000000, people.region-form",
        "100000000000, people.region-unknown",
        "660000000000, people.region-unknown",
        "001000000000, people.region-unknown"
    })
    void refusesARegionCodeWithTheRightWords(String code, String expected) {
        assertThat(code(Regions.problem(code))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "行\u202e反", "零\u200b宽", "换\n行", "孤\ud800"})
    void refusesSignsThatCannotBeSeen(String text) {
        assertThat(code(Words.problem(text, 2, 100))).isEqualTo("people.text-unseen");
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(Words.problem("𠮷".repeat(100), 2, 100)).isEmpty();
        assertThat(code(Words.problem("名".repeat(101), 2, 100))).isEqualTo("people.text-length");
        assertThat(code(Words.problem("", 2, 100))).isEqualTo("people.text-missing");
        assertThat(Words.tidy("  e\u0301  ")).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"教育%", "a_b", "教\\育", "教 育"})
    void aLineHoldsNoWildcard(String line) {
        assertThat(code(Words.lineProblem(line, 20))).isEqualTo("people.line-form");
    }

    private static String code(Optional<Refusal> problem) {
        return problem.map(Refusal::code).orElse("");
    }
}
