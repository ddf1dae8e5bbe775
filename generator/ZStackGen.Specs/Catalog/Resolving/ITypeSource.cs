using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>Where the parameters and results of actions get their types from: all pages, or one page alone.</summary>
internal interface ITypeSource
{
    /// <summary>The type of a structure or enumeration by its documented name; <see langword="null"/> when nothing describes it.</summary>
    TypeReference? FindNamed(string name);

    /// <summary>Decides a member's type and reports what is doubtful about it.</summary>
    /// <param name="evidence">All rows that state the type.</param>
    /// <param name="memberName">The wire name.</param>
    /// <param name="path">The page of the first row.</param>
    /// <param name="key">The first row's element key.</param>
    TypeReference Resolve(List<TypeEvidence> evidence, string memberName, string path, string key);

    /// <summary>The known structure that a sample object looks like, as value or as list.</summary>
    TypeReference? MatchExample(ExampleShape example, string field, string api);
}
