namespace ZStackGen.Generator.Analysis.Queries;

/// <summary>Represents a value of an open enumeration in a comparison. Only the name of its property is known.</summary>
/// <param name="Name">The name of the property.</param>
internal sealed record ValueName(string Name)
{
    /// <summary>Determines whether a constant can be the value.</summary>
    public bool CanBe(object constant) => constant switch
    {
        // Two values with the same letters differ only in the number at the end of a name.
        ValueName other => KnownValues.Contains([Name], other.Name) || KnownValues.Contains([other.Name], Name),
        string text => KnownValues.Contains([Name], text),
        _ => true,
    };
}
