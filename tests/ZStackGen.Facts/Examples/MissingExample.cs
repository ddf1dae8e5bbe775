namespace ZStackGen.Facts.Examples;

/// <summary>A member for which the tables of this folder have no value.</summary>
/// <param name="Page">The path of the page.</param>
/// <param name="Owner">The structure of the member, or the API.</param>
/// <param name="Member">The name that selects the value. For a list, it is the name of one element.</param>
/// <param name="Resource">The noun of the resource that the member belongs to.</param>
internal sealed record MissingExample(string Page, string Owner, string Member, string Resource)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Page}: no example value for '{Member}' of {Owner}; add one by the name '{Member}' or for the resource '{Resource}' to tests/ZStackGen.Facts/Examples";
}
