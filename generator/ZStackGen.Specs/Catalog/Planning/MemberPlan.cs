
using ZStackGen.Specs.Catalog.Resolving;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>Creates catalog members from resolved members.</summary>
internal static class MemberPlan
{
    public static CatalogMember Name(ResolvedMember member, string identifier) => new()
    {
        Name = member.Name,
        Identifier = identifier,
        Type = member.Type,
        Since = member.Since,
        Description = member.Description,
        Values = member.Rules.Allowed,
        HasOpenValues = member.HasOpenValues,
        Range = member.Rules.Range,
        Length = member.Rules.Length,
        IsNotEmpty = member.Rules.IsNotEmpty,
        IsRequired = member.IsRequired,
        Location = member.Location,
        InWrapper = member.InWrapper,
        PathVariable = member.PathVariable,
    };
}
