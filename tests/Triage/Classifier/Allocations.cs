namespace Tests.Triage.Classifier;

internal static class Allocations
{
    /// <summary>Bytes that one call allocates once its buffers are rented and its code is compiled.</summary>
    public static long Of(Action work)
    {
        for (int i = 0; i < 200; i++)
        {
            work();
        }
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
