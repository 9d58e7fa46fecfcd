package caspianwatch.bench.percolator;

import caspianwatch.bench.contest.Contender;
import caspianwatch.bench.contest.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.opensearch.action.search.SearchResponse;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.xcontent.XContentType;
import org.opensearch.core.common.bytes.BytesArray;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.percolator.PercolateQueryBuilder;
import org.opensearch.search.SearchHit;
import org.opensearch.transport.client.Client;

/**
 * One index of one shard, merged to one segment once rules have been added; queries of a batch in one request. No source,
 * no score and no stored fields are asked for, only each rule's number.
 */
public final class Percolator implements Contender<BytesReference> {
    private static final String INDEX = "rules";
    private static final String SLOTS = "_percolator_document_slot";

    private final EmbeddedNode node;
    private final Client client;

    private Percolator(Path home) throws Exception {
        node = new EmbeddedNode(home);
        node.start();
        client = node.client();
        client.admin().indices().prepareCreate(INDEX)
                .setSettings(Settings.builder().put("index.number_of_shards", 1).put("index.number_of_replicas", 0)
                        .put("index.refresh_interval", "-1").put("index.max_result_window", 1_000_000))
                .setMapping("""
                        {"dynamic": "strict", "properties": {
                          "query": {"type": "percolator"},
                          "rule": {"type": "integer"},
                          "title": {"type": "text", "analyzer": "whitespace", "norms": false},
                          "all": {"type": "text", "analyzer": "whitespace", "norms": false,
                            "position_increment_gap": 1000}}}""")
                .get();
    }

    /** Serves the percolator; the folder for its data is the argument. */
    public static void main(String[] args) throws Exception {
        Worker.serve(new Percolator(Files.createDirectories(Path.of(args[0]))));
    }

    @Override
    public BytesReference article(String title, String text) {
        // Words have letters, digits and apostrophes only: nothing needs an escape.
        return new BytesArray("{\"title\":\"" + title + "\",\"all\":[\"" + title + "\",\"" + text + "\"]}");
    }

    @Override
    public void add(int first, List<String> rules) {
        var bulk = client.prepareBulk();
        for (int i = 0; i < rules.size(); i++) {
            int rule = first + i;
            bulk.add(client.prepareIndex(INDEX).setId(Integer.toString(rule))
                    .setSource("{\"rule\":" + rule + ",\"query\":" + rules.get(i) + "}", XContentType.JSON));
        }
        var answer = bulk.get();
        if (answer.hasFailures()) {
            throw new IllegalStateException(answer.buildFailureMessage());
        }
    }

    @Override
    public void added() {
        client.admin().indices().prepareForceMerge(INDEX).setMaxNumSegments(1).get();
        client.admin().indices().prepareRefresh(INDEX).get();
    }

    @Override
    public int count(List<BytesReference> articles) {
        int count = 0;
        for (var hit : search(articles).getHits()) {
            count += articles.size() == 1 ? 1 : hit.field(SLOTS).getValues().size();
        }
        return count;
    }

    @Override
    public List<int[]> hits(List<BytesReference> articles) {
        var rules = new ArrayList<List<Integer>>();
        articles.forEach(_ -> rules.add(new ArrayList<>()));
        for (var hit : search(articles).getHits()) {
            int rule = Math.toIntExact(hit.field("rule").<Long>getValue());
            for (int slot : slots(hit)) {
                rules.get(slot).add(rule);
            }
        }
        return rules.stream().map(each -> each.stream().mapToInt(Integer::intValue).sorted().toArray()).toList();
    }

    @Override
    public long bytesOnDisk() {
        var store = client.admin().indices().prepareStats(INDEX).setStore(true).get().getTotal().getStore();
        return Objects.requireNonNull(store).getSizeInBytes();
    }

    @Override
    public void close() {
        try {
            node.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SearchResponse search(List<BytesReference> articles) {
        var query = new PercolateQueryBuilder("query", articles, XContentType.JSON);
        var answer = client.prepareSearch(INDEX).setQuery(QueryBuilders.constantScoreQuery(query)).addSort("_doc",
                org.opensearch.search.sort.SortOrder.ASC).setSize(1_000_000).setFetchSource(false)
                .storedFields("_none_")
                .addDocValueField("rule").setTrackTotalHits(false).get();
        if (answer.getFailedShards() > 0) {
            throw new IllegalStateException("percolating failed: " + answer);
        }
        return answer;
    }

    private static List<Integer> slots(SearchHit hit) {
        var slots = new ArrayList<Integer>();
        for (Object slot : hit.field(SLOTS).getValues()) {
            slots.add(((Number) slot).intValue());
        }
        return slots;
    }
}
