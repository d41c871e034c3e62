namespace Knowledge.Reading;

/// <summary>Ends the reading of a file; becomes the problem of its <see cref="ReadResult"/>.</summary>
internal sealed class ReadException(ReadFault fault, string? place = null) : Exception(fault.ToString())
{
    public ReadFault Fault { get; } = fault;

    /// <summary>The sheet and row, or the size, where there is one.</summary>
    public string? Place { get; } = place;
}
