namespace ZStackGen.Tool.Explorer;

/// <summary>An API, type or member that a version introduced.</summary>
/// <param name="Version">The version, normalized so that <c>3.1</c> and <c>3.1.0</c> are equal.</param>
/// <param name="Kind"><c>api</c>, <c>parameter</c>, <c>result</c>, <c>type</c> or <c>field</c>.</param>
/// <param name="Owner">The API or type.</param>
/// <param name="Name">The parameter or field; <see langword="null"/> for the owner itself.</param>
internal sealed record VersionChange(string Version, string Kind, string Owner, string? Name);
