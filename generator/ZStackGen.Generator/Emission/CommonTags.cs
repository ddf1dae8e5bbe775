using System;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// The system tags and user tags that most actions have and that their base class <c>ZStackTaggedAction</c> provides. Properties of each action would take
/// an eighth of the compile time of all generated code.
/// </summary>
internal static class CommonTags
{
    /// <summary>The length of a description that only names the parameter. A longer description is about this API and is kept.</summary>
    private const int LongestLabel = 80;

    /// <summary>Determines whether an action derives from <c>ZStackTaggedAction</c>: it has both parameters, and nothing distinguishes them from those of other APIs.</summary>
    public static bool AreInherited(CatalogAction action)
    {
        if (action.IsQuery)
            return false;
        int count = 0;
        foreach (CatalogMember parameter in action.Parameters)
        {
            if (IsCommon(action, parameter))
                count++;
        }

        return count == 2;
    }

    /// <summary>Determines whether a parameter of an action that derives from <c>ZStackTaggedAction</c> is a property of the base class.</summary>
    public static bool Has(CatalogMember parameter) => parameter.Identifier is "SystemTags" or "UserTags";

    private static bool IsCommon(CatalogAction action, CatalogMember parameter)
    {
        if (parameter is not ({ Name: "systemTags", Identifier: "SystemTags" } or { Name: "userTags", Identifier: "UserTags" }))
            return false;
        bool hasBody = action.Method is "POST" or "PUT";
        return !parameter.IsRequired && !parameter.InWrapper && parameter.Location == (hasBody ? ParameterLocation.Body : ParameterLocation.Query)
            && parameter.Type.Equals(TypeReference.StringList) && parameter.Values.Count == 0 && parameter.Limits is null
            && !AttributeEmitter.IsLater(parameter.Since, action.Since) && (parameter.Description is null || parameter.Description.Length <= LongestLabel)
            && Lifetime.Of(parameter.Description).IsCurrent;
    }
}
