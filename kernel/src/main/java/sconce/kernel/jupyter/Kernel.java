package sconce.kernel.jupyter;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import sconce.kernel.jupyter.messages.CommClose;
import sconce.kernel.jupyter.messages.CommInfoRequest;
import sconce.kernel.jupyter.messages.CommMsg;
import sconce.kernel.jupyter.messages.CommOpen;
import sconce.kernel.jupyter.messages.CompleteRequest;
import sconce.kernel.jupyter.messages.ConnectRequest;
import sconce.kernel.jupyter.messages.CreateSubshellRequest;
import sconce.kernel.jupyter.messages.DebugRequest;
import sconce.kernel.jupyter.messages.DeleteSubshellRequest;
import sconce.kernel.jupyter.messages.ExecuteRequest;
import sconce.kernel.jupyter.messages.HistoryRequest;
import sconce.kernel.jupyter.messages.InspectRequest;
import sconce.kernel.jupyter.messages.InterruptReply;
import sconce.kernel.jupyter.messages.InterruptRequest;
import sconce.kernel.jupyter.messages.IsCompleteRequest;
import sconce.kernel.jupyter.messages.KernelInfoRequest;
import sconce.kernel.jupyter.messages.ListSubshellRequest;
import sconce.kernel.jupyter.messages.ShutdownReply;
import sconce.kernel.jupyter.messages.ShutdownRequest;
import sconce.kernel.jupyter.messages.Status;
import sconce.kernel.jupyter.messages.UsageRequest;
import sconce.kernel.jupyter.wire.Codec;
import sconce.kernel.jupyter.wire.ConnectionFile;
import sconce.kernel.jupyter.wire.Message;
import sconce.kernel.session.Session;
import sconce.libtorch.Libtorch;

/// A session behind Jupyter's sockets. Control has its own thread, so that an interrupt or a shutdown need not wait for a
/// running cell; everything that touches the session's code comes by shell, one request after another in each subshell.
///
/// ```java
/// var kernel = new Kernel(ConnectionFile.read(file), () -> Session.open(SessionOptions.defaults()));
/// kernel.awaitShutdown();
/// kernel.close();
/// ```
public final class Kernel implements AutoCloseable, Sockets.Receiver {
    private final Sockets sockets;
    private final CompletableFuture<Session> session;
    private final Iopub iopub;
    private final Stdin stdin;
    private final History history;
    private final Execution execution;
    private volatile boolean closed;
    private final Debugging debugging;
    private final Subshells shell;
    private final Lane control;
    private final CountDownLatch shutdown = new CountDownLatch(1);

    /// Binds the sockets and answers while `open` makes the session in the background, so that no client ever waits for
    /// more than its answer.
    ///
    /// @throws IOException when an address cannot be bound
    public Kernel(ConnectionFile connection, Supplier<Session> open) throws IOException {
        session = new CompletableFuture<>();
        Thread.ofPlatform().name("session-start").daemon().start(() -> open(open));
        sockets = bound(connection);
        iopub = new Iopub(sockets);
        stdin = new Stdin(sockets);
        history = History.ofUser();
        debugging = new Debugging(session, iopub);
        var handlers = new Handlers();
        shell = new Subshells(session,
                (subshell, cells) -> new Lane(Channel.SHELL, subshell, cells, handlers, sockets, iopub));
        control = new Lane(Channel.CONTROL, null, session.thenApply(Session::mainThread), handlers, sockets, iopub);
        execution = new Execution(session::join, iopub, stdin, history, debugging::cellEnded);
        fill(handlers, new Answers(session::join, sockets.bound(), debugging.isThere()),
                new Conversations(session, iopub, stdin));
        sockets.start(new Codec(connection.signer()), this);
        iopub.publish(Status.STARTING, null);
        shell.start();
        control.start();
    }

    /// The whole protocol: what is added here is answered.
    private void fill(Handlers handlers, Answers answers, Conversations comms) {
        handlers.on("kernel_info_request", KernelInfoRequest::from, answers::kernelInfo)
                .on("connect_request", ConnectRequest::from, answers::connect)
                .on("execute_request", ExecuteRequest::from, execution::execute)
                .on("complete_request", CompleteRequest::from, answers::complete)
                .on("inspect_request", InspectRequest::from, answers::inspect)
                .on("is_complete_request", IsCompleteRequest::from, answers::isComplete)
                .on("history_request", HistoryRequest::from, (request, exchange) -> history.answer(request))
                .on("comm_info_request", CommInfoRequest::from, comms::info)
                .on("comm_open", CommOpen::from, comms::open).on("comm_msg", CommMsg::from, comms::message)
                .on("comm_close", CommClose::from, comms::close)
                .on("debug_request", DebugRequest::from, debugging::answer)
                .on("create_subshell_request", CreateSubshellRequest::from, shell::create)
                .on("delete_subshell_request", DeleteSubshellRequest::from, shell::delete)
                .on("list_subshell_request", ListSubshellRequest::from, shell::list)
                .on("usage_request", UsageRequest::from, new Usage()::answer)
                .on("interrupt_request", InterruptRequest::from, this::interrupt)
                .on("shutdown_request", ShutdownRequest::from, this::shutdown);
    }

    /// Where it listens: as it was told to, with a port for each that was 0.
    public ConnectionFile connection() { return sockets.bound(); }

    /// Ends the running cell, as an interrupt request does.
    public void interrupt() {
        if (session.isDone()) session.join().interrupt();
        debugging.letGo();
    }

    /// Makes [#awaitShutdown] return, as a shutdown request does.
    public void shutdown() { shutdown.countDown(); }

    /// Waits until somebody wants the kernel to end.
    public void awaitShutdown() throws InterruptedException { shutdown.await(); }

    /// The process ends though nobody has asked the kernel to: those who wait for a cell hear of it.
    void lastWords() {
        if (closed) return;
        execution.lastWords();
        iopub.flush();
        sockets.close();
    }

    /// The JVM is breaking down: those who wait for a cell hear of it while it still can speak.
    void crashed() {
        execution.crashed();
        iopub.flush();
    }

    /// Ends the session and closes the sockets; what is on its way to clients gets there.
    @Override
    public void close() {
        closed = true;
        if (session.isDone() && !session.isCompletedExceptionally()) session.join().close();
        try {
            execution.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        iopub.flush();
        history.close();
        sockets.close();
    }

    @Override
    public void received(Channel channel, Message message) {
        switch (channel) {
            case SHELL -> shell.accept(message);
            case CONTROL -> control.accept(message);
            case STDIN -> stdin.received(message);
            case IOPUB -> throw new IllegalArgumentException("nobody sends on iopub");
        }
    }

    @Override
    public Message subscribed(byte[] topic) { return Iopub.welcome(topic); }

    private Sockets bound(ConnectionFile connection) throws IOException {
        try {
            return new Sockets(connection);
        } catch (IOException e) {
            var _ = session.thenAccept(Session::close);
            throw e;
        }
    }

    private void open(Supplier<Session> open) {
        try {
            var opened = open.get();
            opened.whenReady(Libtorch::start);
            session.complete(opened);
        } catch (RuntimeException | Error e) {
            session.completeExceptionally(e); // every request that needs the session tells it
        }
    }

    private InterruptReply interrupt(InterruptRequest request, Exchange exchange) {
        // One that names a subshell means that one; without a name, whatever runs.
        var subshell = exchange.request().header().subshellId();
        if (subshell == null || !shell.interrupt(subshell)) interrupt();
        return new InterruptReply();
    }

    private ShutdownReply shutdown(ShutdownRequest request, Exchange exchange) {
        var reply = new ShutdownReply(request.restart());
        exchange.publish(reply);
        exchange.afterwards(this::shutdown);
        return reply;
    }
}
