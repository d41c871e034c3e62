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

    /// <summary>The items of so many slots from that one on.</summary>
    public ReadOnlySpan<int> At(int slot, int slots)
    {
        ReadOnlySpan<int> items = Items;
        int start = items.BinarySearch(slot << CountBits);
        int end = items.BinarySearch((slot + slots) << CountBits);
        return items[(start < 0 ? ~start : start)..(end < 0 ? ~end : end)];
    }

    /// <summary>Whether that slot holds the term.</summary>
    public bool Holds(int slot)
    {
        ReadOnlySpan<int> items = Items;
        // the first item of a later slot lies behind every item of this one
        int behind = items.BinarySearch((slot + 1) << CountBits);
        behind = behind < 0 ? ~behind : behind;
        return behind > 0 && Slot(items[behind - 1]) == slot;
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
