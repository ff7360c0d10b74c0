import java.nio.file.*;
import java.util.*;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4ModulePlugin;

/** One OpenSearch node on this machine alone, with HTTP on a port of 127.0.0.1 and its files in a folder: Node PORT FOLDER. Ends with its input. */
public class Node {
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    Path home = Path.of(args[1]);
    Files.createDirectories(home.resolve("config"));
    Settings settings = Settings.builder()
        .put("node.name", "bench").put("cluster.name", "bench").put("discovery.type", "single-node")
        .put("path.home", home.toString()).put("path.data", home.resolve("data").toString()).put("path.logs", home.resolve("logs").toString())
        .put("network.host", "127.0.0.1").put("http.port", port).put("transport.port", port + 100)
        .put("http.type", "netty4").put("transport.type", "netty4")
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .build();
    List<Class<? extends Plugin>> plugins = List.of(Netty4ModulePlugin.class);
    try (var node = new OpenSearchRunnerNode(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "bench"), plugins)) {
      node.start();
      System.out.println("started");
      while (System.in.read() >= 0) { }
    }
    System.exit(0);
  }
}
