; The installer for Windows: for the present user, without administrator rights, in English and Japanese.
; windows.py hands in NAME, VERSION and the other definitions. Switches: /S silent, /D=FOLDER, /DESKTOP with a
; shortcut on the desktop; for the uninstaller /S, and /DATA to delete the user's own data as well.
Unicode true
Target ${TARGET}
SetCompressor /SOLID lzma
; Wide enough to see that both executables hold the same.
SetCompressorDictSize 64
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh

Name "${NAME}"
OutFile "${SETUP}"
!ifdef SIGN
  ; The uninstaller is made while packing: nobody else gets it to sign.
  !uninstfinalize '${SIGN} "%1"' = 0
!endif
BrandingText "${NAME} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "Folder"

; Packed banks: a class of our own for the present user, and the ending that names it.
!define CLASS "Software\Classes\${PROGID}"
!define ENDING "Software\Classes\${EXTENSION}"
!define OPENS '"$INSTDIR\${NAME}.exe" "%1"'
; SHCNE_ASSOCCHANGED: Explorer shall look at the classes again.
!define TELL_EXPLORER "System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME} Setup"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${COPYRIGHT}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\${NAME}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Installer language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!define MUI_COMPONENTSPAGE_NODESC

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Japanese"

LangString PROGRAM ${LANG_ENGLISH} "${NAME} (required)"
LangString PROGRAM ${LANG_JAPANESE} "${NAME} (必須)"
LangString DESKTOP ${LANG_ENGLISH} "Shortcut on the desktop"
LangString DESKTOP ${LANG_JAPANESE} "デスクトップのショートカット"
LangString DATA ${LANG_ENGLISH} "Delete my attempts and settings, too"
LangString DATA ${LANG_JAPANESE} "受験記録と設定も削除する"
LangString BANK ${LANG_ENGLISH} "${NAME} question bank"
LangString BANK ${LANG_JAPANESE} "${NAME} の問題集"
LangString RUNNING ${LANG_ENGLISH} "${NAME} is open. Close its window, then go on; an exam that is being sat is saved and can be resumed."
LangString RUNNING ${LANG_JAPANESE} "${NAME} が開いています。ウィンドウを閉じてから続行してください。受験中の試験は保存され、再開できます。"
LangString ONLY64 ${LANG_ENGLISH} "${NAME} needs a 64-bit Windows 10 or newer."
LangString ONLY64 ${LANG_JAPANESE} "${NAME} には 64 ビット版の Windows 10 以降が必要です。"
LangString IN_USE ${LANG_ENGLISH} "A file of ${NAME} is in use. Close ${NAME} and run this again."
LangString IN_USE ${LANG_JAPANESE} "${NAME} のファイルが使用中です。${NAME} を閉じてから、もう一度実行してください。"

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(ONLY64)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; A running program holds its executable open; renaming it to itself finds that out.
!macro WAIT_FOR_PROGRAM UN
Function ${UN}WaitForProgram
  again:
  ${IfNot} ${FileExists} "$INSTDIR\${NAME}.exe"
    Return
  ${EndIf}
  ClearErrors
  Rename "$INSTDIR\${NAME}.exe" "$INSTDIR\${NAME}.moving"
  ${IfNot} ${Errors}
    Rename "$INSTDIR\${NAME}.moving" "$INSTDIR\${NAME}.exe"
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Quit
FunctionEnd
!macroend
!insertmacro WAIT_FOR_PROGRAM ""
!insertmacro WAIT_FOR_PROGRAM "un."

Section "$(PROGRAM)" SecProgram
  SectionIn RO
  Call WaitForProgram
  ; What an older version left is taken away first, so that no stale library is loaded.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  SetOverwrite on
  ClearErrors
  File /r "${FROZEN}\*"
  ${If} ${Errors}
    MessageBox MB_ICONSTOP "$(IN_USE)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${NAME}.exe"

  WriteRegStr HKCU "Software\${NAME}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1

  WriteRegStr HKCU "${CLASS}" "" "$(BANK)"
  WriteRegStr HKCU "${CLASS}\DefaultIcon" "" '"$INSTDIR\rehearsal.ico",0'
  WriteRegStr HKCU "${CLASS}\shell\open\command" "" '${OPENS}'
  WriteRegStr HKCU "${ENDING}\OpenWithProgids" "${PROGID}" ""
  ; Somebody else's choice stays: then we are one of those to open it with.
  ReadRegStr $R0 HKCU "${ENDING}" ""
  ${If} $R0 == ""
    WriteRegStr HKCU "${ENDING}" "" "${PROGID}"
    WriteRegStr HKCU "${ENDING}" "Content Type" "${MIME}"
  ${EndIf}
  ${TELL_EXPLORER}
SectionEnd

Section /o "$(DESKTOP)" SecDesktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${NAME}.exe"
SectionEnd


Section "-Switches"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/DESKTOP" $R1
  ${IfNot} ${Errors}
    CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${NAME}.exe"
  ${EndIf}
SectionEnd

; Of what the registry has on packed banks, what is ours; a key that others use stays.
Function un.ForgetBanks
  ReadRegStr $R0 HKCU "${CLASS}\shell\open\command" ""
  ${If} $R0 != '${OPENS}'
    ; Another installation has taken them over.
    Return
  ${EndIf}
  DeleteRegKey HKCU "${CLASS}"
  DeleteRegValue HKCU "${ENDING}\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "${ENDING}\OpenWithProgids"
  ReadRegStr $R0 HKCU "${ENDING}" ""
  ${If} $R0 == "${PROGID}"
    DeleteRegValue HKCU "${ENDING}" ""
    DeleteRegValue HKCU "${ENDING}" "Content Type"
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${ENDING}"
  ${TELL_EXPLORER}
FunctionEnd

Section "un.$(PROGRAM)"
  SectionIn RO
  Call un.WaitForProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${NAME}.exe"
  Delete "$INSTDIR\${COMMAND}-cli.exe"
  Delete "$INSTDIR\rehearsal.ico"
  Delete "$INSTDIR\uninstall.exe"
  ; Without /r: whatever else somebody has put there stays.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  Call un.ForgetBanks
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${NAME}"
SectionEnd

Section /o "un.$(DATA)" UnData
  RMDir /r "$LOCALAPPDATA\${NAME}"
SectionEnd

Section "-un.Switches"
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/DATA" $R1
  ${IfNot} ${Errors}
    RMDir /r "$LOCALAPPDATA\${NAME}"
  ${EndIf}
SectionEnd
