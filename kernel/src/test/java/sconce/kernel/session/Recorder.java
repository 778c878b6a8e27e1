package sconce.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A front end that remembers.
class Recorder implements Front {
    private final StringBuffer out = new StringBuffer();
    private final StringBuffer err = new StringBuffer();
    final List<String> displays = new ArrayList<>();
    final List<Map<String, Object>> bundles = new ArrayList<>();
    final List<String> prompts = new ArrayList<>();
    final Queue<String> answers = new ConcurrentLinkedQueue<>();

    String out() { return out.toString(); }

    String err() { return err.toString(); }

    @Override
    public void stdout(String text) { out.append(text); }

    @Override
    public void stderr(String text) { err.append(text); }

    @Override
    public synchronized void display(Displayed displayed, @Nullable String displayId, boolean update) {
        bundles.add(displayed.data());
        displays.add((update ? "update " : "show ") + displayId + " " + displayed.text());
    }

    @Override
    public synchronized void clearOutput(boolean wait) { displays.add("clear " + wait); }

    @Override
    public @Nullable String readLine(String prompt, boolean password) throws InterruptedException {
        prompts.add(prompt + (password ? " (hidden)" : ""));
        var answer = answers.poll();
        if (answer == null) {
            throw new UnsupportedOperationException("no input here");
        }
        if (answer.equals("WAIT")) {
            new java.util.concurrent.CountDownLatch(1).await();
        }
        return answer;
    }
}
