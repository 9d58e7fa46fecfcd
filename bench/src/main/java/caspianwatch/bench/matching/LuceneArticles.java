package caspianwatch.bench.matching;

import caspianwatch.matching.query.Node.Where;
import caspianwatch.matching.text.Tokens;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * Articles as Lucene's documents over our own tokens, so that it is the matching that is compared and not the analysis. Title and
 * text also stand together in one field, far enough apart that nothing spans both: what is looked for anywhere is
 * one term for Lucene then, and not two.
 */
public final class LuceneArticles {
    private static final int APART = 1_000;
    private static final FieldType POSITIONS = positions();

    private LuceneArticles() {}

    /** The field in which a query looks. */
    public static String field(Where where) {
        return switch (where) {
            case ANYWHERE -> "all";
            case TITLE -> "title";
            case TEXT -> "text";
        };
    }

    /** The article with the fields that queries without {@code text:} need. */
    public static Document document(String title, String text) {
        return document(Tokens.of(title), Tokens.of(text));
    }

    /** The article with every field. */
    public static Document whole(String title, String text) {
        var tokens = Tokens.of(text);
        var document = document(Tokens.of(title), tokens);
        document.add(new Field(field(Where.TEXT), new Stream(List.of(tokens)), POSITIONS));
        return document;
    }

    private static Document document(Tokens title, Tokens text) {
        var document = new Document();
        document.add(new Field(field(Where.TITLE), new Stream(List.of(title)), POSITIONS));
        document.add(new Field(field(Where.ANYWHERE), new Stream(List.of(title, text)), POSITIONS));
        return document;
    }

    private static FieldType positions() {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }

    /** The words of some texts one after the other. */
    private static final class Stream extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final List<Tokens> parts;
        private int part;
        private int at;

        Stream(List<Tokens> parts) {
            this.parts = parts;
        }

        @Override
        public void reset() {
            part = 0;
            at = 0;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            boolean begins = at == 0 && part > 0;
            while (at == parts.get(part).size()) {
                if (++part == parts.size()) {
                    part--;
                    return false;
                }
                at = 0;
                begins = true;
            }
            term.append(parts.get(part).word(at++));
            increment.setPositionIncrement(begins ? APART : 1);
            return true;
        }
    }
}
