using System.Numerics;
using System.Runtime.CompilerServices;

namespace Knowledge.Answering;

/// <summary>Some of a question's terms, by their place among them.</summary>
internal struct TermSet
{
    // a question has no more terms than fit
    private const int Words = 5;
    private const int WordBits = 64;

    private Bits _bits;

    public readonly bool this[int term] => (_bits[term / WordBits] & (1UL << (term % WordBits))) != 0;

    public void Add(int term) => _bits[term / WordBits] |= 1UL << (term % WordBits);

    public readonly TermSet With(TermSet other)
    {
        for (int i = 0; i < Words; i++) { other._bits[i] |= _bits[i]; }
        return other;
    }

    /// <summary>What those in the set weigh together.</summary>
    public readonly double Sum(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < Words; i++)
        {
            for (ulong rest = _bits[i]; rest != 0; rest &= rest - 1) { sum += weights[(i * WordBits) + BitOperations.TrailingZeroCount(rest)]; }
        }
        return sum;
    }

    [InlineArray(Words)]
    private struct Bits
    {
        private ulong _word;
    }
}
