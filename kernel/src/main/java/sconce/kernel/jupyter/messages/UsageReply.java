package sconce.kernel.jupyter.messages;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// `usage_reply`: processor and memory of the kernel, its child processes included, and of the machine.
///
/// @param kernelCpu percent of one processor since the last question
/// @param kernelMemory bytes
/// @param hostCpuPercent percent of all processors, or null when not known
/// @param hostVirtualMemory `total`, `available`, `used`, `free` in bytes, and `percent`
public record UsageReply(String status, String hostname, long pid, double kernelCpu, long kernelMemory, int cpuCount,
        @Nullable Double hostCpuPercent, Map<String, Number> hostVirtualMemory) implements Reply {
    public UsageReply(String hostname, long pid, double kernelCpu, long kernelMemory, int cpuCount,
            @Nullable Double hostCpuPercent, Map<String, Number> hostVirtualMemory) {
        this("ok", hostname, pid, kernelCpu, kernelMemory, cpuCount, hostCpuPercent, hostVirtualMemory);
    }
}
