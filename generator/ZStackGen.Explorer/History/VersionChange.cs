using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.History;

/// <summary>Represents an addition, deprecation or removal in a version.</summary>
/// <param name="Version">The version, normalized so that <c>3.1</c> and <c>3.1.0</c> are equal.</param>
/// <param name="Kind"><c>api</c>, <c>parameter</c>, <c>result</c>, <c>type</c> or <c>field</c>.</param>
/// <param name="Owner">The API or type.</param>
/// <param name="Name">The parameter or field; <see langword="null"/> for the owner itself.</param>
/// <param name="Event"><c>added</c>, <c>deprecated</c> or <c>removed</c>.</param>
/// <param name="Provenance">The precision of the version.</param>
internal sealed record VersionChange(string Version, string Kind, string Owner, string? Name, string Event, VersionProvenance Provenance);
