package io.zhijian.semantics;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/** Cuts Chinese text into words, leaving out particles and punctuation. */
public final class Words {

    private static final class Loaded {
        static final Segment SEGMENT = new ViterbiSegment()
                .enableCustomDictionary(false)
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enablePartOfSpeechTagging(true);
    }

    private Words() {}

    /** The words that carry meaning, in their order, repeated where the text repeats them. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (Term term : Loaded.SEGMENT.seg(text)) {
            char nature = term.nature.firstChar();
            if (nature != 'w'
                    && nature != 'u'
                    && nature != 'p'
                    && nature != 'c'
                    && nature != 'y'
                    && !term.word.isBlank()) {
                words.add(term.word);
            }
        }
        return words;
    }
}
