package sconce.kernel.jupyter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import sconce.kernel.jupyter.messages.InputReply;
import sconce.kernel.jupyter.messages.InputRequest;
import sconce.kernel.jupyter.wire.Header;
import sconce.kernel.jupyter.wire.Message;

/// Asks the user of one client for a line and waits for it. Questions of several threads are asked one after another.
final class Stdin {
    private static final String END_OF_INPUT = "\u0004"; // what clients send for Ctrl-D

    private record Question(Message cell, Header header, BlockingQueue<String> answer) {}

    private final Sockets sockets;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Question asked;

    Stdin(Sockets sockets) { this.sockets = sockets; }

    /// What the user who sent `cell` types, or null at the end of input.
    @Nullable
    String ask(InputRequest request, Message cell) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            var header = Header.of(request.msgType(), cell.header().username());
            var question = new Question(cell, header, new LinkedBlockingQueue<>());
            asked = question;
            sockets.send(Channel.STDIN,
                    new Message(cell.identities(), header, cell.header(), Map.of(), request, List.of()));
            var answer = question.answer.take();
            return answer.equals(END_OF_INPUT) ? null : answer;
        } finally {
            asked = null;
            turn.unlock();
        }
    }

    /// Takes an `input_reply`. One from another client, or to a question that was given up, goes nowhere.
    void received(Message message) {
        var question = asked;
        if (question == null || !message.header().msgType().equals("input_reply")) return;
        if (!Arrays.deepEquals(message.identities().toArray(), question.cell.identities().toArray())) return;
        // Some clients name the question that they answer, some do not.
        if (message.parent() != null && !message.parent().msgId().equals(question.header.msgId())) return;
        question.answer.add(InputReply.from(message.fields()).value());
    }
}
