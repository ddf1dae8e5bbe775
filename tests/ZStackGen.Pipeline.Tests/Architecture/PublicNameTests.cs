using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Reflection;
using Xunit;

namespace ZStack.Tests.Architecture;

/// <summary>The rules for the names of the runtime's public types.</summary>
public sealed class PublicNameTests
{
    private const string Serialization = "ZStack.Serialization";

    private static readonly Type[] s_public = typeof(ZStackClient).Assembly.GetExportedTypes();

    [Fact]
    public void Editors_do_not_offer_types_for_generated_code()
    {
        IEnumerable<Type> offered = s_public.Where(type => type.Namespace == Serialization && !type.IsNested
            && type.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never);
        Assert.Empty(offered);
    }

    /// <summary>The names of types that programs use start with ZStack. Query clauses and attributes do not: they are read in context.</summary>
    [Fact]
    public void Types_that_programs_use_start_with_ZStack()
    {
        string[] prefixes = ["ZStack", "IZStack", "Query", "Zql"];
        IEnumerable<Type> other = s_public.Where(type => type.Namespace == "ZStack" && !type.IsNested
            && !prefixes.Any(prefix => type.Name.StartsWith(prefix, StringComparison.Ordinal)) && !type.IsSubclassOf(typeof(Attribute)));
        Assert.Empty(other);
    }

    [Fact]
    public void Every_public_type_is_in_one_of_two_namespaces()
        => Assert.Equal(["ZStack", Serialization], s_public.Select(type => type.Namespace!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Exceptions_of_the_runtime_have_no_names_of_dotnet_exceptions()
    {
        HashSet<string> known = [.. typeof(object).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Exception))).Select(type => type.Name)];
        IEnumerable<Type> mistakable = s_public.Where(type => type.IsSubclassOf(typeof(Exception)) && known.Contains(type.Name.Replace("ZStack", "", StringComparison.Ordinal)));
        // A timeout means the same in both. A missing member is one of a response here and one of a type there. No program handles both.
        Assert.DoesNotContain(mistakable, type => type.Name is not ("ZStackTimeoutException" or "ZStackMissingMemberException"));
    }
}
