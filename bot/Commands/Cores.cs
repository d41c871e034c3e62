using System.Runtime.ExceptionServices;

namespace Bot.Commands;

/// <summary>Does the parts of a piece of work side by side on threads of its own: the common pool is slow to wake.</summary>
internal static class Cores
{
    public static void Share(int parts, Action<int> work)
    {
        int next = -1;
        Exception? failure = null;
        void Work()
        {
            try
            {
                for (int part = Interlocked.Increment(ref next); part < parts; part = Interlocked.Increment(ref next)) { work(part); }
            }
            catch (Exception e)
            {
                failure = e;
            }
        }
        Thread[] others = new Thread[Math.Max(0, Math.Min(Environment.ProcessorCount, parts) - 1)];
        for (int i = 0; i < others.Length; i++)
        {
            others[i] = new Thread(Work);
            others[i].Start();
        }
        Work();
        foreach (Thread other in others) { other.Join(); }
        if (failure is not null) { ExceptionDispatchInfo.Throw(failure); }
    }
}
