namespace Knowledge.Search;

/// <summary>
/// The units that hold a term, ascending, each with how often: slot and count packed into one number. One writer appends;
/// readers take what was there when they looked and leave out slots beyond their <see cref="IndexView"/>.
/// </summary>
internal sealed class PostingList
{
    private const int CountBits = 8;
    private const int MostCount = (1 << CountBits) - 1;

    private int[] _items = new int[2];
    private int _count;
    private int _retired = -1;

    /// <summary>Units that hold the term and were not removed.</summary>
    public int Live { get; private set; }

    public ReadOnlySpan<int> Items
    {
        get
        {
            int count = Volatile.Read(ref _count);
            return _items.AsSpan(0, count);
        }
    }

    public static int Slot(int item) => item >> CountBits;

    public static int Count(int item) => item & MostCount;

    /// <summary>The items of so few slots from that one on.</summary>
    public ReadOnlySpan<int> At(int slot, int slots)
    {
        ReadOnlySpan<int> items = Items;
        int start = FirstFrom(items, slot << CountBits);
        int end = start;
        int behind = (slot + slots) << CountBits;
        while (end < items.Length && items[end] < behind) { end++; }
        return items[start..end];
    }

    /// <summary>Whether that slot holds the term.</summary>
    public bool Holds(int slot) => At(slot, 1).Length > 0;

    /// <summary>Where the first item stands that is no less: looked for near where it would stand if all were as far apart.</summary>
    private static int FirstFrom(ReadOnlySpan<int> items, int least)
    {
        if (items.Length == 0 || items[^1] < least) { return items.Length; }
        int low = (int)((long)(items.Length - 1) * least / Math.Max(1, items[^1]));
        int high = low;
        for (int step = 1; low > 0 && items[low - 1] >= least; step *= 2) { (high, low) = (low - 1, Math.Max(0, low - step)); }
        for (int step = 1; items[high] < least; step *= 2) { (low, high) = (high + 1, Math.Min(items.Length - 1, high + step)); }
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = items[middle] < least ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>Once more in this slot, which is the newest.</summary>
    public void Add(int slot, int weight)
    {
        if (_count > 0 && Slot(_items[_count - 1]) == slot)
        {
            int sum = Math.Min(MostCount, Count(_items[_count - 1]) + weight);
            _items[_count - 1] = slot << CountBits | sum;
            return;
        }
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, _count + (_count >> 1) + 1);
        }
        _items[_count] = slot << CountBits | Math.Min(MostCount, weight);
        Live++;
        Volatile.Write(ref _count, _count + 1);
    }

    /// <summary>For a list over a part of the units: how many of all hold the term.</summary>
    public void CountAs(int live) => Live = live;

    /// <summary>The slot was removed; may be called for every occurrence of the term in it.</summary>
    public void Retire(int slot)
    {
        if (_retired == slot) { return; }
        _retired = slot;
        Live--;
    }
}
